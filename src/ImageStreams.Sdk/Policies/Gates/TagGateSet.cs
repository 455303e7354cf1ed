using ImageStreams.Collections;

namespace ImageStreams.Policies;

/// <summary>The gates of a tag, in order.</summary>
public sealed record TagGateSet
{
    /// <summary>The greatest number of gates: 16.</summary>
    public const int MaxGates = 16;

    /// <summary>No gates: a tag moves as soon as its policy chooses.</summary>
    public static TagGateSet None { get; } = new();

    /// <summary>
    /// The gates. Checks of images are asked only while all gates before them are open; for the others the order has no meaning.
    /// </summary>
    public ValueList<TagGate> Gates { get; init; }

    /// <summary>The time that an image must have been seen before others are asked about it: the longest maturity.</summary>
    internal TimeSpan Maturity =>
        Gates.OfType<TagGate.Maturity>().Select(gate => gate.For).DefaultIfEmpty(TimeSpan.Zero).Max();

    /// <summary>Checks the gates by themselves.</summary>
    /// <returns>The first error; null when the gates can be used.</returns>
    public TagPolicyError? Check() => TagGateChecks.Find(this);

    /// <summary>Decides on one image: a pure function of its arguments.</summary>
    /// <param name="question">The image, with what is known of it.</param>
    /// <param name="now">The time.</param>
    /// <returns>The decision, with the result of each gate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    public GateDecision Decide(TagGateQuestion question, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Check() is { } error ? new GateDecision.Invalid { Error = error } : new GateJudge(this, question, now).Decide();
    }
}
