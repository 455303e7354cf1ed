using ImageStreams.Controllers;
using ImageStreams.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Creates the parts of the hosted service that move tags by their policies.</summary>
internal static class HostedPolicyFactories
{
    public static TagPolicyWorker CreateWorker(IServiceProvider provider) => new(
        provider.GetRequiredService<TagPolicyController>(),
        provider.GetRequiredService<ControllerReports>(),
        provider.GetRequiredService<IOptions<ControllerHostOptions>>().Value.MaxConcurrentImports);
}
