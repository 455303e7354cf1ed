using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>The limits of requests to one registry that differ from those of the others.</summary>
/// <remarks>An entry of a list and not of a dictionary, because a key of configuration cannot have the colon of a
/// port.</remarks>
public sealed class RegistryHostLimits : ICheckedOptions
{
    /// <summary>The registry: a host with an optional port, such as <c>docker.io</c> or
    /// <c>registry.example:5000</c>.</summary>
    public string Registry { get; set; } = "";

    /// <summary>The limits of the registry.</summary>
    public RegistryLimits Limits { get; set; } = new();

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(RegistryGrammar.IsRegistry(Registry), nameof(Registry), Registry, "a host with an optional port");
        errors.Check(Limits);
    }
}
