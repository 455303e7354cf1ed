using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Pull sources written as text, for the tests of policies.</summary>
internal static class PullSources
{
    public const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    public static RegistryRepository Repository(string text, bool insecure = false)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return new RegistryRepository { Registry = text[..slash], Name = text[(slash + 1)..], Insecure = insecure };
    }

    public static MirrorRule Rule(string source, params string[] mirrors) => new()
    {
        Source = RegistryScope.Parse(source),
        Mirrors = [.. mirrors.Select(mirror => new RegistryMirror { Location = RegistryScope.Parse(mirror) })],
    };

    public static RegistryPolicy Policy(params MirrorRule[] rules) => new(new RegistryRules { Mirrors = [.. rules] });

    /// <summary>True when a rule names a mirror; a rule without one has no effect.</summary>
    public static bool HasEffect(this MirrorRule rule) => rule.Mirrors.Any(mirror => mirror.Location != rule.Source);

    /// <summary>The pull sources that are contacted, in order.</summary>
    public static string[] Contacted(this PullSourceList pullSources) => [.. pullSources.Eligible.Select(pullSource => pullSource.Repository.ToString())];

    /// <summary>The reason for not contacting a pull source.</summary>
    public static PullSourceExclusionReason? ReasonExcluded(this PullSourceList pullSources, string pullSource) =>
        pullSources.Sources.Single(known => known.Repository.ToString() == pullSource).ExclusionReason;
}
