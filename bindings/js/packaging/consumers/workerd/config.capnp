using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .worker),
    # Loopback is no public network.
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-01-01",
  modules = [
    (name = "worker.js", esModule = embed "dist/worker.js"),
    (name = "core_bg.wasm", wasm = embed "dist/core_bg.wasm"),
  ],
  bindings = [
    (name = "API_KEY", fromEnvironment = "ATLASSIAN_ADMIN_API_KEY"),
    (name = "BASE_URL", fromEnvironment = "ATLASSIAN_ADMIN_BASE_URL"),
    (name = "ORG_ID", fromEnvironment = "ATLASSIAN_ADMIN_ORG_ID"),
    (name = "DIRECTORY_ID", fromEnvironment = "ATLASSIAN_ADMIN_DIRECTORY_ID"),
  ],
);
