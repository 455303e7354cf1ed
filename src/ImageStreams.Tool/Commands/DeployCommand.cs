using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Renders the manifests that put image streams on a Kubernetes cluster.</summary>
internal sealed class DeployCommand : ToolCommand
{
    private readonly DeployOptions _options = new();

    public DeployCommand()
        : base(
            "deploy",
            "Renders the manifests that put image streams on a Kubernetes cluster without OpenShift: definitions, rights and pods.",
            "imagestreams deploy --mode crd --image registry.example.com/imagestreams:1 --output manifests")
    {
        _options.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var settings = await _options.ReadAsync(parsed, cancellationToken).ConfigureAwait(false);
        var documents = DeployDocuments.Create(settings);
        if (_options.ReadOutput(parsed) is { } folder)
        {
            await DeployFiles.WriteAsync(folder, documents, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await DeployFiles.WriteAsync(environment.Out, documents, cancellationToken).ConfigureAwait(false);
        }

        return ToolExitCode.Fine;
    }
}
