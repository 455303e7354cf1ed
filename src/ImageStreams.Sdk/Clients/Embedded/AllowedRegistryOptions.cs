using ImageStreams.Internal;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>A registry, or several by a pattern, that images may come from.</summary>
public sealed class AllowedRegistryOptions : ICheckedOptions
{
    /// <summary>The host and optional port; in both, <c>*</c> stands for any text and <c>?</c> for any one byte.</summary>
    public string DomainName { get; set; } = "";

    /// <summary>
    /// Gets or sets a value indicating whether a name without a port means port 80 instead of port 443;
    /// <see langword="false"/> by default.
    /// </summary>
    public bool Insecure { get; set; }

    internal AllowedRegistry ToAllowedRegistry() => new() { DomainName = DomainName, Insecure = Insecure };

    void ICheckedOptions.Check(OptionsErrors errors) => errors.Require(
        RegistryPattern.TryParse(DomainName ?? "", Insecure, out _), nameof(DomainName), DomainName, "a host with an optional port");
}
