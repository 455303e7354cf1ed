using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Serves the image API and workloads, with the controllers of imports and triggers, until the process is stopped.</summary>
internal sealed class ServeCommand : ToolCommand
{
    private readonly ServeOptions _options = new();

    public ServeCommand()
        : base("serve", "Serves the image API and workloads for kubectl, oc and other clients: imports, triggers, webhooks and a status page in one process.", "imagestreams serve --data streams.db --kubeconfig imagestreams.kubeconfig")
    {
        _options.AddTo(this);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken) =>
        ServedProcess.RunAsync(_options.Read(parsed), environment, cancellationToken);
}
