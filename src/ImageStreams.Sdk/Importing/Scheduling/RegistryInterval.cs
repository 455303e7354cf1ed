using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The interval at which tags that follow an image in one registry are imported.</summary>
public sealed class RegistryInterval : ICheckedOptions
{
    /// <summary>The registry as in pull specs: a host with an optional port, such as <c>docker.io</c> or
    /// <c>registry.example:5000</c>.</summary>
    public string Registry { get; set; } = "";

    /// <summary>The time from one import of a tag to the next; more than zero; there is no default.</summary>
    public TimeSpan Interval { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Require(RegistryGrammar.IsRegistry(Registry), nameof(Registry), Registry, "a host with an optional port");
        errors.Positive(Interval);
    }
}
