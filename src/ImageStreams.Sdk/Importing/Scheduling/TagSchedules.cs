using System.Runtime.InteropServices;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The schedules of a stream's tags, of which paused ones are never due.</summary>
internal sealed class TagSchedules(ImageStreamName stream, ImportPauses pauses)
{
    private readonly Dictionary<string, TagSchedule> _tags = new(StringComparer.Ordinal);

    public int Count => _tags.Count;

    /// <summary>The number of changes so far.</summary>
    public int Version { get; private set; }

    /// <summary>The schedules, without their pauses.</summary>
    public IReadOnlyCollection<TagSchedule> Values => _tags.Values;

    /// <summary>The schedules, each with its current pause.</summary>
    public IEnumerable<TagSchedule> All => _tags.Values.Select(tag => tag with { IsPaused = IsPaused(tag.Tag) });

    /// <summary>The first time at which a tag is due; null when none is scheduled.</summary>
    public DateTimeOffset? NextCheck
    {
        get
        {
            DateTimeOffset? next = null;
            foreach (var tag in _tags.Values)
            {
                if (!(next <= tag.NextCheck) && !IsPaused(tag.Tag))
                {
                    next = tag.NextCheck;
                }
            }

            return next;
        }
    }

    public TagSchedule? Find(string tag) => _tags.GetValueOrDefault(tag);

    public void Set(TagSchedule tag)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_tags, tag.Tag, out _);
        if (known != tag)
        {
            known = tag;
            Version++;
        }
    }

    public void Remove(string tag)
    {
        if (_tags.Remove(tag))
        {
            Version++;
        }
    }

    public bool IsPaused(string tag) => pauses.Covers(stream, tag);

    public bool IsDue(string tag, DateTimeOffset now) => Find(tag)?.NextCheck <= now && !IsPaused(tag);

    /// <summary>Gets the tags that are due, as a list that changes do not affect.</summary>
    public List<TagSchedule> GetDue(DateTimeOffset now) => [.. _tags.Values.Where(tag => IsDue(tag.Tag, now))];

    /// <summary>Gets the tags that a condition selects, as a list that changes do not affect.</summary>
    public List<TagSchedule> GetWhere(Func<TagSchedule, bool> predicate) => [.. _tags.Values.Where(predicate)];

    /// <summary>Makes a tag due at a time, unless it is due earlier.</summary>
    public void SetDue(string tag, DateTimeOffset time)
    {
        var known = Find(tag) ?? new TagSchedule { Tag = tag, NextCheck = time };
        Set(known.NextCheck < time ? known : known with { NextCheck = time });
    }
}
