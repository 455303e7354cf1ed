using System.Globalization;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>An object that a <see cref="TriggerFuse"/> holds, and since when.</summary>
public sealed record TriggerFuseTrip
{
    /// <summary>The object.</summary>
    public required TriggerObject Object { get; init; }

    /// <summary>When it wanted to fire once too often.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How often it had fired by then.</summary>
    public required int Firings { get; init; }

    /// <summary>Within which time.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>How often it was held since, the first time included.</summary>
    public required long SuppressedFirings { get; init; }

    /// <summary>The reason in a sentence.</summary>
    public string Explanation => string.Create(
        CultureInfo.InvariantCulture,
        $"{Object} fired {Firings} times within {Window:c} and is held until it is released.");
}
