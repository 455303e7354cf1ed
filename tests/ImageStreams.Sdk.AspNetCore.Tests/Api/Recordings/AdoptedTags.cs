using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Puts tags into streams that requests made which are not among the recorded ones, before one that is.</summary>
internal sealed class AdoptedTags(ReplayedCluster cluster, Identities identities)
{
    private readonly List<string> _notes = [];

    /// <summary>What was adopted, each in words.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Adds the tags that were made before a generation.</summary>
    /// <param name="state">The state of the stream with that generation.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="next">A later state, which shows the tags; null if none is known.</param>
    public async Task FillAsync(RecordedState state, long generation, RecordedState? next)
    {
        if (await cluster.Store.Streams.FindAsync(state.Key) is not { } ours || ours.Metadata.Generation >= generation - 1)
        {
            return;
        }

        var later = next is null ? new ImageStream() : Read(next.Value);
        var filled = later.Spec.Tags.Where(tag => tag.Generation < generation && IsMissing(ours, tag)).Aggregate(ours, (stream, tag) => WithTag(stream, tag, later));
        await cluster.Store.Streams.UpdateAsync(filled with { Metadata = filled.Metadata with { Generation = generation - 1 } });
        _notes.Add($"{state.Key} had other tags below generation {generation}");
    }

    private static bool IsMissing(ImageStream ours, TagReference tag) => !(ours.Spec.Tags.Find(tag.Name)?.Generation >= tag.Generation);

    private static ImageStream WithTag(ImageStream stream, TagReference tag, ImageStream later)
    {
        var history = later.Status.Tags.Find(tag.Name);
        return stream with
        {
            Spec = stream.Spec with { Tags = stream.Spec.Tags.Set(tag) },
            Status = history is null ? stream.Status : stream.Status with { Tags = stream.Status.Tags.Set(history) },
        };
    }

    private ImageStream Read(JsonObject recorded) => ImageStreamJson.Deserialize<ImageStream>(identities.Translate(recorded)!.ToJsonString());
}
