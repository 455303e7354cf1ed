using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Tool;

/// <summary>Remembers answers of a cluster for a short time.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ReviewCache<TKey, TValue>(TimeProvider timeProvider)
    where TKey : notnull
{
    /// <summary>The time for which an answer counts, as in the API servers of Kubernetes.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(10);

    /// <summary>The number of answers that are kept.</summary>
    public const int Capacity = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<TKey, (TValue Value, DateTimeOffset Until)> _answers = [];

    /// <summary>Finds an answer that still counts.</summary>
    public bool TryFind(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate)
        {
            var isKnown = _answers.TryGetValue(key, out var answer) && timeProvider.GetUtcNow() < answer.Until;
            value = answer.Value;
            return isKnown;
        }
    }

    /// <summary>Remembers an answer.</summary>
    public void Set(TKey key, TValue value)
    {
        lock (_gate)
        {
            var now = timeProvider.GetUtcNow();
            if (_answers.Count >= Capacity)
            {
                MakeRoom(now);
            }

            _answers[key] = (value, now + Lifetime);
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (key, _) in _answers.Where(one => one.Value.Until <= now).ToList())
        {
            _answers.Remove(key);
        }

        if (_answers.Count >= Capacity)
        {
            _answers.Clear();
        }
    }
}
