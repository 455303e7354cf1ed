using ImageStreams.Collections;

namespace ImageStreams.Clients;

/// <summary>The images that are unused, and since when. Safe to share between threads.</summary>
internal sealed class ImageUses
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _unusedSince = new(StringComparer.Ordinal);
    private readonly List<HashSet<string>> _runs = [];

    /// <summary>Marks an image as used, also for runs that have begun.</summary>
    public void Touch(string image)
    {
        lock (_lock)
        {
            _unusedSince.Remove(image);
            _runs.ForEach(touched => touched.Add(image));
        }
    }

    /// <summary>Begins a run.</summary>
    /// <returns>The images that will be touched before the run ends.</returns>
    public HashSet<string> Begin()
    {
        lock (_lock)
        {
            var touched = new HashSet<string>(StringComparer.Ordinal);
            _runs.Add(touched);
            return touched;
        }
    }

    /// <summary>Ends a run.</summary>
    public void End(HashSet<string> touched)
    {
        lock (_lock)
        {
            _runs.Remove(touched);
        }
    }

    /// <summary>Forgets the images that are gone.</summary>
    public void ForgetGone(ValueList<Image> images)
    {
        var existing = images.Select(static image => image.Name).ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var image in _unusedSince.Keys.Where(image => !existing.Contains(image)).ToList())
            {
                _unusedSince.Remove(image);
            }
        }
    }

    /// <summary>Finds the time since which an image is unused, now at the latest; null when it was touched during the run.</summary>
    public DateTimeOffset? FindUnusedSince(string image, HashSet<string> touched, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (touched.Contains(image))
            {
                return null;
            }

            _unusedSince.TryAdd(image, now);
            return _unusedSince[image];
        }
    }

    /// <summary>Forgets a removed image; false when it was touched during the run.</summary>
    public bool TryForget(string image, HashSet<string> touched)
    {
        lock (_lock)
        {
            _unusedSince.Remove(image);
            return !touched.Contains(image);
        }
    }
}
