using ImageStreams.Collections;

namespace ImageStreams.Manifests;

/// <summary>The content of <c>imagestreams.lock.json</c>: the image that every tag asked for led to when it was looked up.</summary>
/// <remarks>
/// <para>As text it is sorted and stable: two-space JSON with line feeds, without the time of writing, so that a change of one
/// entry is a small difference. Fields that this version does not know are kept and written back after the known ones.</para>
/// <para>Immutable; compares by content; safe to share between threads.</para>
/// </remarks>
public sealed partial record ImageLock
{
    /// <summary>The version of the format that this library reads and writes: 1. A newer one is refused.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The maximum length of a text that is parsed: 16,777,216 characters.</summary>
    public const int MaxLength = 16 * 1024 * 1024;

    /// <summary>A lock without entries.</summary>
    public static ImageLock Empty { get; } = new();

    /// <summary>The names of the labels that a lock records, sorted.</summary>
    public static ValueList<string> Labels { get; } =
    [
        "org.opencontainers.image.base.digest",
        "org.opencontainers.image.base.name",
        "org.opencontainers.image.revision",
        "org.opencontainers.image.source",
        "org.opencontainers.image.title",
        "org.opencontainers.image.version",
    ];

    /// <summary>The text of <c>$schema</c>, which names the schema for editors; null, the default, when the file has none.</summary>
    public string? Schema { get; init; }

    /// <summary>The entries, sorted by requested tag, each tag once; of several entries with one tag, the last counts.</summary>
    public ValueList<LockedImage> Images
    {
        get;
        init => field = LockOrder.Sort(value, image => image.Tag);
    }

    /// <summary>The fields of the file that this version does not know; they are written back as they are.</summary>
    public ValueMap<RawJson> OtherFields { get; init; }

    /// <summary>Finds the entry of a tag; null when there is none.</summary>
    /// <param name="tag">The tag as it was asked for; compared character by character.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tag"/> is null.</exception>
    public LockedImage? Find(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var (low, high) = (0, Images.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(Images[middle].Tag, tag);
            if (order == 0)
            {
                return Images[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>Returns a lock with entries added; those of the same tags are replaced.</summary>
    /// <param name="images">The entries.</param>
    /// <exception cref="ArgumentNullException"><paramref name="images"/> is null or contains null.</exception>
    public ImageLock With(params IEnumerable<LockedImage> images) => this with { Images = [.. Images, .. RequireItems(images, nameof(images))] };

    /// <summary>Returns a lock without the entries of some tags; a tag without an entry is ignored.</summary>
    /// <param name="tags">The tags as they were asked for.</param>
    /// <exception cref="ArgumentNullException"><paramref name="tags"/> is null or contains null.</exception>
    public ImageLock Without(params IEnumerable<string> tags)
    {
        var removed = RequireItems(tags, nameof(tags)).ToHashSet(StringComparer.Ordinal);
        return this with { Images = [.. Images.Where(image => !removed.Contains(image.Tag))] };
    }

    /// <summary>Returns the text of the file, which ends with a line feed.</summary>
    public string ToJson() => LockWriter.Write(this);

    /// <summary>Returns the number of entries.</summary>
    public override string ToString() => Images.Count == 1 ? "1 locked image" : $"{Images.Count} locked images";

    private static IEnumerable<T> RequireItems<T>(IEnumerable<T> items, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items, name);
        return items.Select(item => item ?? throw new ArgumentNullException(name));
    }
}
