using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Tests.Recordings;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Puts recorded states of streams into the store of a replay.</summary>
internal sealed class AdoptedStreams(ReplayedCluster cluster, Identities identities)
{
    private readonly Dictionary<ObjectKey, long> _latest = [];
    private readonly List<string> _notes = [];

    /// <summary>The states that ours did not have, each in words.</summary>
    public IReadOnlyList<string> Notes => _notes;

    private IObjectStore<ImageStream> Store => cluster.Store.Streams;

    /// <summary>Adopts a state, unless ours is the same, or a later one was adopted.</summary>
    public async Task AdoptAsync(RecordedState state, HttpHistory history)
    {
        if (_latest.GetValueOrDefault(state.Key) >= state.Version)
        {
            return;
        }

        _latest[state.Key] = state.Version;
        if (await FindAsync(state.Key, state.Uid) is not { } ours)
        {
            await CreateAsync(state, history);
            return;
        }

        var shown = await cluster.Client.Streams.GetAsync(state.Key.Namespace, state.Key.Name);
        if (StateComparison.IsSame(state, shown, identities))
        {
            Learn(state, ours);
        }
        else
        {
            await PutAsync(state, Complete(state, history, ours));
        }
    }

    /// <summary>Removes a stream, if it is there.</summary>
    public async Task RemoveAsync(ObjectKey key)
    {
        if (await Store.FindAsync(key) is not null)
        {
            await Store.DeleteAsync(key);
            _notes.Add($"{key} was removed");
        }
    }

    /// <summary>Makes an empty stream with a UID, unless it is there.</summary>
    public async Task RecreateAsync(ObjectKey key, string uid)
    {
        if (await FindAsync(key, uid) is null)
        {
            await Store.CreateAsync(new ImageStream { Metadata = new ObjectMeta { Namespace = key.Namespace, Name = key.Name, Uid = identities.OursFor(uid) } });
            _notes.Add($"{key} was made anew");
        }
    }

    /// <summary>The stream with a recorded UID; another one of the same name is removed.</summary>
    private async Task<ImageStream?> FindAsync(ObjectKey key, string uid)
    {
        var ours = await Store.FindAsync(key);
        if (ours is null || uid.Length == 0 || identities.AreSame(uid, ours.Metadata.Uid!))
        {
            return ours;
        }

        await Store.DeleteAsync(key);
        return null;
    }

    private async Task CreateAsync(RecordedState state, HttpHistory history)
    {
        if (state.Extent != RecordedExtent.Version)
        {
            await PutAsync(state, Complete(state, history, ours: null));
        }
    }

    private async Task PutAsync(RecordedState state, JsonNode stream)
    {
        var adopted = await cluster.AdoptAsync(stream);
        identities.AreSame(GetText(state), adopted.Metadata.ResourceVersion!);
        identities.AreSame(state.Uid, adopted.Metadata.Uid!);
        _notes.Add($"{state.Key} was at {state.Version} ({state.Extent} known)");
    }

    /// <summary>Learns the version of a state; two may be one of ours, which others' changes and their undoing did not reach.</summary>
    private void Learn(RecordedState state, ImageStream ours)
    {
        if (!identities.AreSame(GetText(state), ours.Metadata.ResourceVersion!))
        {
            identities.Alias(GetText(state), ours.Metadata.ResourceVersion!);
        }
    }

    /// <summary>The stream in a state; where that shows the metadata only, with the tags of the next state of the same generation, or
    /// with those that it has.</summary>
    private JsonNode Complete(RecordedState state, HttpHistory history, ImageStream? ours)
    {
        var stream = identities.Translate(state.Value)!.AsObject();
        if (state.Extent != RecordedExtent.Metadata)
        {
            return ours is null ? stream : new RecordedHead(stream, state.Open).Continue(JsonNode.Parse(ImageStreamJson.Serialize(ours)))!;
        }

        var rest = history.FindNext(state.Key, state.Version, state.Uid) is { } next && GetGeneration(next.Value) == GetGeneration(state.Value)
            ? identities.Translate(next.Value)
            : JsonNode.Parse(ImageStreamJson.Serialize(ours ?? new ImageStream()));
        return new JsonObject
        {
            ["metadata"] = stream["metadata"]!.DeepClone(),
            ["spec"] = rest!["spec"]?.DeepClone(),
            ["status"] = rest["status"]?.DeepClone(),
        };
    }

    private static long? GetGeneration(JsonObject value) => (long?)value["metadata"]!["generation"];

    private static string GetText(RecordedState state) => state.Version.ToString(CultureInfo.InvariantCulture);
}
