using System.Collections.Frozen;
using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The platforms of containers for runtime identifiers of .NET.</summary>
internal static class RuntimePlatforms
{
    /// <summary>The architectures of .NET and those of containers, the preferred spelling first.</summary>
    private static readonly FrozenDictionary<string, string[]> Architectures = new Dictionary<string, string[]>
    {
        ["x64"] = ["amd64", "amd64/v1"],
        ["x86"] = ["386"],
        ["arm64"] = ["arm64", "arm64/v8"],
        ["arm"] = ["arm/v7", "arm"],
        ["armv6"] = ["arm/v6"],
        ["s390x"] = ["s390x"],
        ["ppc64le"] = ["ppc64le"],
        ["riscv64"] = ["riscv64"],
        ["loongarch64"] = ["loong64"],
    }.ToFrozenDictionary();

    /// <summary>The systems that are not Linux, by the beginning of their runtime identifiers; every other one is a distribution.</summary>
    private static readonly (string Prefix, string System)[] Systems =
    [
        ("win", "windows"), ("freebsd", "freebsd"), ("osx", ""), ("maccatalyst", ""), ("ios", ""), ("tvos", ""), ("android", ""),
        ("browser", ""), ("wasi", ""), ("unix", ""), ("any", ""),
    ];

    /// <summary>Gets the names of the platforms that a runtime identifier can run on, the preferred one first.</summary>
    public static bool TryGetNames(string runtimeIdentifier, out ValueList<string> names)
    {
        names = [];
        var dash = runtimeIdentifier.LastIndexOf('-');
        if (dash < 1 || FindSystem(runtimeIdentifier[..dash]) is not { Length: > 0 } system
            || !Architectures.TryGetValue(runtimeIdentifier[(dash + 1)..].ToLowerInvariant(), out var architectures))
        {
            return false;
        }

        names = [.. architectures.Select(architecture => $"{system}/{architecture}")];
        return true;
    }

    /// <summary>Gets the names that mean the same platform as a name, which comes first.</summary>
    public static ValueList<string> GetEqualNames(string platform)
    {
        var slash = platform.IndexOf('/', StringComparison.Ordinal);
        var architecture = platform[(slash + 1)..];
        var equal = Architectures.Values.FirstOrDefault(spellings => spellings.Contains(architecture)) ?? [];
        return [platform, .. equal.Where(one => one != architecture).Select(one => $"{platform[..(slash + 1)]}{one}")];
    }

    /// <summary>Finds a platform by its name, with the version of its system or without: of several versions, the newest.</summary>
    public static LockedPlatform? FindNewest(ValueList<LockedPlatform> platforms, string name) => platforms
        .Where(one => one.Platform == name || RemoveVersion(one.Platform) == name)
        .MaxBy(one => ReadVersion(one.Platform));

    private static string FindSystem(string name)
    {
        foreach (var (prefix, system) in Systems)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return system;
            }
        }

        return "linux";
    }

    private static string RemoveVersion(string platform)
    {
        var (open, close) = FindVersion(platform);
        return close < 0 ? platform : $"{platform[..open]}{platform[(close + 1)..]}";
    }

    private static Version ReadVersion(string platform)
    {
        var (open, close) = FindVersion(platform);
        return close >= 0 && Version.TryParse(platform.AsSpan(open + 1, close - open - 1), out var version) ? version : new Version(0, 0);
    }

    private static (int Open, int Close) FindVersion(string platform)
    {
        var open = platform.IndexOf('(', StringComparison.Ordinal);
        return (open, open < 0 ? -1 : platform.IndexOf(')', open));
    }
}
