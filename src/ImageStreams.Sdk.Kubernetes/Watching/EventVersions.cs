using System.Globalization;

namespace ImageStreams.Kubernetes;

/// <summary>Compares the versions of events, of those servers whose versions are numbers.</summary>
internal static class EventVersions
{
    /// <summary>Determines whether an event was told already: servers may repeat some when a watch goes on.</summary>
    public static bool IsBefore(string version, string reached) =>
        TryRead(version, out var told) && TryRead(reached, out var last) && told < last;

    private static bool TryRead(string version, out ulong number) =>
        ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
