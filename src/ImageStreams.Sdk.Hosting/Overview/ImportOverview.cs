using ImageStreams.Collections;

namespace ImageStreams.Hosting;

/// <summary>The tags of all streams that this process imports, counted at one time.</summary>
internal sealed record ImportOverview
{
    /// <summary>The time of the count.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The number of streams.</summary>
    public required int Streams { get; init; }

    /// <summary>The number of tags that are imported repeatedly and are not paused.</summary>
    public required int Scheduled { get; init; }

    /// <summary>The number of tags that are paused.</summary>
    public required int Paused { get; init; }

    /// <summary>The number of tags whose next import has been due for longer than a minute.</summary>
    public required int Overdue { get; init; }

    /// <summary>The number of tags whose last import failed.</summary>
    public required int Failing { get; init; }

    /// <summary>The number of scheduled tags that are later than the objective allows.</summary>
    public required int Late { get; init; }

    /// <summary>The tags that are latest, the worst first; as many as were asked for.</summary>
    public required ValueList<LateTag> Worst { get; init; }

    /// <summary>The share of the scheduled tags that are on time, from 0 to 1; 1 when none is scheduled.</summary>
    public double OnTimeShare => Scheduled == 0 ? 1 : (double)(Scheduled - Late) / Scheduled;
}
