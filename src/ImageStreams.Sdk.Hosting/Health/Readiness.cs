using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>Tells which lists are not read yet.</summary>
internal sealed class Readiness(Reflector<ImageStream> feed, TriggerSourceFeed? source)
{
    /// <summary>Finds the first list that is not read yet, in one sentence with the cause where it is known; null when all
    /// are.</summary>
    public string? FindMissing()
    {
        if (feed.Status is { HasSynced: false } status)
        {
            return Describe("The streams are not listed yet.", status.LastError);
        }

        return source is { HasSynced: false } ? "The objects with triggers are not listed yet." : null;
    }

    private static string Describe(string sentence, string? error) => error is null ? sentence : $"{sentence} {error}";
}
