// The page: the digest, and a button that has it brought up to date.

import React, { useEffect, useState } from 'react';
import { invoke } from '@forge/bridge';
import ForgeReconciler, { Button, DynamicTable, Heading, Text } from '@forge/react';

const table = (head, rows) => ({
  head: { cells: head.map((content) => ({ key: content, content })) },
  rows: rows.map((cells, number) => ({ key: String(number), cells: cells.map((content) => ({ content })) })),
});

function Digest() {
  const [digest, setDigest] = useState();
  const load = async () => setDigest(await invoke('digest'));
  useEffect(() => void load(), []);
  if (!digest) return <Text>Loading …</Text>;
  const counts = Object.entries(digest.actions).sort(([, one], [, other]) => other - one);
  return (
    <>
      <Text>{digest.total} events</Text>
      <Button onClick={() => invoke('refresh')}>Look for new ones</Button>
      <Button onClick={load}>Show again</Button>
      <Heading size="small">Latest</Heading>
      <DynamicTable {...table(['Time', 'Action', 'What happened'], digest.latest.map(({ time, action, text }) => [time, action, text]))} />
      <Heading size="small">How often</Heading>
      <DynamicTable {...table(['Action', 'Events'], counts)} />
    </>
  );
}

ForgeReconciler.render(<Digest />);
