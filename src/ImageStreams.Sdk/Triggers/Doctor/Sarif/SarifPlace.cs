namespace ImageStreams.Triggers;

/// <summary>A place in a file, for <see cref="TriggerSarif"/>.</summary>
public sealed record SarifPlace
{
    /// <summary>The file: a path from the root of the repository, an absolute path, or an absolute URI.</summary>
    public required string File { get; init; }

    /// <summary>The line, beginning with 1; null when only the file is known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The line is less than 1.</exception>
    public int? Line { get; init => field = Require(value); }

    /// <summary>The column in UTF-16 code units, beginning with 1; null when only the line is known, and not written without
    /// one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is less than 1.</exception>
    public int? Column { get; init => field = Require(value); }

    private static int? Require(int? number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number ?? 1, 1);
        return number;
    }
}
