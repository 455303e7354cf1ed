using System.Globalization;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>A trip of a <see cref="TriggerFuse"/>: the object that it holds, and the reason.</summary>
public sealed record TriggerFuseTrip
{
    /// <summary>The object.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>The time of the firing that tripped the fuse.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The number of firings within the window before the fuse tripped.</summary>
    public required int Firings { get; init; }

    /// <summary>The length of the window.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>The number of firings that the fuse has suppressed since, including the one that tripped it.</summary>
    public required long SuppressedFirings { get; init; }

    /// <summary>The reason in one sentence.</summary>
    public string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"{Object} fired {Firings} {(Firings == 1 ? "time" : "times")} within {Window:c} and is held until it is released.");

    /// <summary>Returns <see cref="Explanation"/>.</summary>
    public override string ToString() => Explanation;
}
