using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Reads the registries that the recorded cluster imported from.</summary>
internal static class HttpRegistries
{
    /// <summary>Reads the registries of a recording; where their tags moved meanwhile, with what they moved to.</summary>
    /// <param name="file">The path of the recording.</param>
    public static RecordedRegistry Read(string file)
    {
        var exchanges = ExchangeReader.Read(file);
        var moves = TagMove.In(exchanges);
        return moves.Count == 0
            ? Scenario.ReadRegistry()
            : Scenario.ReadRegistry(exchanges, [.. moves.Select(move => move.CreateImage(exchanges))]);
    }
}
