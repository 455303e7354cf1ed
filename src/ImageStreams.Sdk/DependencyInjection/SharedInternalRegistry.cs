using ImageStreams.Clients;
using ImageStreams.Controllers;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives trigger controllers the internal registry of the embedded client, unless their options name one.</summary>
/// <remarks>Otherwise they would resolve tags to other pull specs than the client does.</remarks>
internal sealed class SharedInternalRegistry(IOptions<EmbeddedImageStreamOptions> engine)
    : IPostConfigureOptions<TriggerControllerOptions>
{
    public void PostConfigure(string? name, TriggerControllerOptions options)
    {
        if (string.IsNullOrEmpty(name) && options.InternalRegistryHostname.Length == 0)
        {
            options.InternalRegistryHostname = engine.Value.InternalRegistryHostname;
        }
    }
}
