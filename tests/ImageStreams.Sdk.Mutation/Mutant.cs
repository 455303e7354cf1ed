namespace ImageStreams.Mutation;

/// <summary>A changed expression of the library.</summary>
/// <param name="Id">The number by which it is switched on.</param>
/// <param name="File">The source file, below the room.</param>
/// <param name="Line">The line of the expression, from 1.</param>
/// <param name="Kind">Stryker's name of the change.</param>
/// <param name="Original">The expression.</param>
/// <param name="Replacement">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string Kind, string Original, string Replacement);
