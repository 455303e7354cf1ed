using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A repository that is listed, once for all tags that follow it.</summary>
internal sealed class WatchedRepository(RegistryRepository repository, DateTimeOffset due)
{
    private readonly Dictionary<ImageStreamTagName, PolicyTag> _tags = [];

    /// <summary>The repository.</summary>
    public RegistryRepository Repository => repository;

    /// <summary>The time of the next listing.</summary>
    public DateTimeOffset Due { get; set; } = due;

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Gets or sets a value indicating whether it is being listed.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Gets or sets a value indicating whether its rules have changed while it was listed.</summary>
    public bool HasChanged { get; set; }

    /// <summary>Gets a value indicating whether no tag follows it.</summary>
    public bool IsEmpty => _tags.Count == 0;

    /// <summary>The tags that follow it, by name; a copy.</summary>
    public IReadOnlyList<PolicyTag> Tags =>
        [.. _tags.Values.OrderBy(static tag => tag.Name.ToString(), StringComparer.Ordinal)];

    /// <summary>Finds a tag; null when it does not follow the repository.</summary>
    public PolicyTag? Find(ImageStreamTagName name) => _tags.GetValueOrDefault(name);

    /// <summary>Sets a tag as it is now.</summary>
    public void Set(PolicyTag tag) => _tags[tag.Name] = tag;

    /// <summary>Removes a tag.</summary>
    public void Remove(ImageStreamTagName name) => _tags.Remove(name);

    /// <summary>Makes the repository due, because a rule has changed.</summary>
    public void Touch(DateTimeOffset now)
    {
        HasChanged = IsRunning;
        Due = Due < now ? Due : now;
    }
}
