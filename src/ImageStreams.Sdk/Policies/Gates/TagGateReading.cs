namespace ImageStreams.Policies;

/// <summary>An annotation of a spec tag about its gates, as it was read.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract record TagGateReading<T>
{
    private TagGateReading()
    {
    }

    /// <summary>The tag does not have the annotation.</summary>
    public sealed record Absent : TagGateReading<T>;

    /// <summary>The annotation has no error.</summary>
    public sealed record Found : TagGateReading<T>
    {
        /// <summary>The value.</summary>
        public required T Value { get; init; }
    }

    /// <summary>The annotation cannot be read, or has an error; it is never taken for another value.</summary>
    public sealed record Invalid : TagGateReading<T>
    {
        /// <summary>The error, with its place.</summary>
        public required TagPolicyError Error { get; init; }
    }
}
