using System.Text;
using System.Text.Json;
using ImageStreams.Manifests;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>The digests that are recorded of tags: by the status of streams, or in a file.</summary>
internal sealed class ImageState
{
    /// <summary>The largest file that is read: more tags than any cluster has.</summary>
    private const long MaxBytes = 64L * 1024 * 1024;

    private readonly Dictionary<string, string> _images = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string From, string Digest)> _tags = new(StringComparer.Ordinal);

    /// <summary>Creates the state of the status of streams.</summary>
    public static ImageState FromStatus(IEnumerable<ImageStream> streams)
    {
        var state = new ImageState();
        foreach (var stream in streams)
        {
            foreach (var history in stream.Status.Tags.Where(history => !history.Items.IsEmpty))
            {
                var from = stream.Spec.Tags.Find(history.Tag)?.From?.Name ?? "";
                state._tags[$"{stream.Namespace}/{stream.Name}:{history.Tag}"] = (from, history.Items[0].Image);
            }
        }

        return state;
    }

    /// <summary>Creates the state of a lock: the last tag of each path has the locked image, and so has every tag that follows the
    /// same pull spec.</summary>
    public static ImageState FromLock(ImageLock images)
    {
        var state = new ImageState();
        foreach (var image in images.Images)
        {
            var digest = image.Digest.ToString();
            state._images[image.PullSpec] = digest;
            if (image.Path is [.., var last])
            {
                state._tags[last] = (image.PullSpec, digest);
            }
        }

        return state;
    }

    /// <summary>Creates the state of the answers of registries; a tag without an answer keeps what was recorded.</summary>
    public static ImageState FromAnswers(IEnumerable<FollowedTag> answers, ImageState former)
    {
        var state = new ImageState();
        foreach (var answer in answers)
        {
            var key = answer.Tag is null ? answer.From : ToKey(answer.Tag);
            if ((answer.Digest ?? former.Find(key, answer.From)) is { } digest)
            {
                state._tags[key] = (answer.From, digest);
            }
        }

        return state;
    }

    /// <summary>Reads a file.</summary>
    public static async Task<ImageState> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(file).Length > MaxBytes)
            {
                throw ToolException.Failed($"{file} is larger than 64 MiB, and no state file.");
            }

            using var document = JsonDocument.Parse(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false));
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw ToolException.Failed($"{file} is not a state file: {e.Message}", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
        {
            throw ToolException.Failed($"{file} is not a state file; 'imagestreams outdated --save' writes one.", e);
        }
    }

    /// <summary>Finds the recorded digest of a tag; null when there is none, or when the tag followed another name then.</summary>
    public string? Find(ImageStreamTagName tag, string from) => Find(ToKey(tag), from);

    /// <summary>Finds the recorded digest of an image name in a file; null when there is none.</summary>
    public string? Find(string from) => Find(from, from);

    /// <summary>Writes a file: a new one replaces the old one at once, so that none is ever half written.</summary>
    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            await File.WriteAllTextAsync(temporary, ToJson(), new UTF8Encoding(false), cancellationToken).ConfigureAwait(false);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static ImageState Read(JsonElement root)
    {
        var state = new ImageState();
        foreach (var tag in root.GetProperty("tags").EnumerateObject())
        {
            state._tags[tag.Name] = (tag.Value.GetProperty("from").GetString()!, tag.Value.GetProperty("digest").GetString()!);
        }

        return state;
    }

    private string? Find(string key, string from) =>
        _tags.TryGetValue(key, out var recorded) && (recorded.From.Length == 0 || recorded.From == from)
            ? recorded.Digest
            : _images.GetValueOrDefault(from);

    private static string ToKey(ImageStreamTagName tag) => $"{tag.Namespace}/{tag.Stream}:{tag.Tag}";

    private string ToJson() => JsonOutput.Format("outdated", writer =>
    {
        writer.WriteStartObject("tags");
        foreach (var (name, (from, digest)) in _tags)
        {
            writer.WriteStartObject(name);
            writer.WriteString("from", from);
            writer.WriteString("digest", digest);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    });
}
