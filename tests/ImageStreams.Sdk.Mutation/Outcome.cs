namespace ImageStreams.Mutation;

/// <summary>The fates of mutants.</summary>
internal enum Outcome
{
    /// <summary>No test reaches it.</summary>
    NotCovered,

    /// <summary>Every test passes with it.</summary>
    Survived,

    /// <summary>A test fails with it.</summary>
    Killed,

    /// <summary>The tests do not end with it.</summary>
    TimedOut,

    /// <summary>The process ends with it.</summary>
    Crashed,

    /// <summary>A test fails with it, but then without it, too.</summary>
    Unsure,
}
