using System.Globalization;

namespace ImageStreams.Clients;

/// <summary>Reads versions that a reader asks for, which can be compared.</summary>
internal static class VersionNumbers
{
    /// <exception cref="ApiException">The text is no number of 64 bits (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static ulong Parse(string version) =>
        ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiErrors.BadRequest(
                $"invalid resource version: resourceVersion: Invalid value: {ApiErrors.Quote(version)}: strconv.ParseUint: "
                + $"parsing {ApiErrors.Quote(version)}: invalid syntax");
}
