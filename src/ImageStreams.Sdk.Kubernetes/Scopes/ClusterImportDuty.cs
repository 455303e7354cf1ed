using ImageStreams.Controllers;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>Leaves imports to OpenShift's own controllers where there are any, unless the options say otherwise.</summary>
/// <param name="connection">The connection.</param>
/// <param name="options">The options.</param>
/// <param name="logger">The logger.</param>
internal sealed class ClusterImportDuty(ClusterConnection connection, KubernetesControllerOptions options, ILogger logger) : IImportDuty
{
    public async ValueTask<bool> IsOursAsync(CancellationToken cancellationToken)
    {
        if (options.TakesOver || !await ClusterControllers.ExistAsync(connection.Sender, cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        logger.LeftToCluster(connection.Address, "imports");
        return false;
    }
}
