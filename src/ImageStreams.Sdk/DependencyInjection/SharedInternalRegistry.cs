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
        if (string.IsNullOrEmpty(name) && options.InternalRegistryHostname is "")
        {
            options.InternalRegistryHostname = FindHostname();
        }
    }

    // Options of the engine that are out of range are refused where they are validated, and once.
    private string FindHostname()
    {
        try
        {
            return engine.Value.InternalRegistryHostname;
        }
        catch (OptionsValidationException)
        {
            return "";
        }
    }
}
