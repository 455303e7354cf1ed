using ImageStreams.Lifecycle;

namespace ImageStreams.Importing;

/// <summary>The need of a stream for an import regardless of its schedule, and the refusals of such imports.</summary>
internal sealed class StreamNeeds
{
    /// <summary>The number of refused requests in a row.</summary>
    public int Refusals { get; private set; }

    /// <summary>The time from which the import is due; null when none is needed.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>Checks the stream; a need keeps its time.</summary>
    public void Update(ImageStream stream, DateTimeOffset now) =>
        Since = ImportNeeds.GetNeed(stream) == ImportNeed.None ? null : Since ?? now;

    /// <summary>Postpones the need, if there is one.</summary>
    public void Postpone(DateTimeOffset next) => Since = Since is null ? null : next;

    /// <summary>Drops the need, because nothing can be imported.</summary>
    public void Clear() => Since = null;

    /// <summary>Counts a refused request, and returns the number of those in a row.</summary>
    public int CountRefusal() => ++Refusals;

    /// <summary>Restores the refusals, and the postponed need if there is one.</summary>
    public void Restore(int refusals, DateTimeOffset? next)
    {
        Refusals = refusals;
        Since = Since is null ? null : next ?? Since;
    }

    /// <summary>Resets the number of refused requests, and the need when it is met.</summary>
    public void EndRefusals(bool isMet)
    {
        Refusals = 0;
        Since = isMet ? null : Since;
    }
}
