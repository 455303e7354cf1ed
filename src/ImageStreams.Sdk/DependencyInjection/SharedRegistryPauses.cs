using ImageStreams.Registries;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives the default registry client the pauses of the collection, unless its options have others.</summary>
internal sealed class SharedRegistryPauses(RegistryPauses pauses) : IPostConfigureOptions<RegistryClientOptions>
{
    public void PostConfigure(string? name, RegistryClientOptions options)
    {
        if (string.IsNullOrEmpty(name))
        {
            options.GetPauses ??= () => pauses;
        }
    }
}
