namespace ImageStreams.Policies;

/// <summary>One instruction of a compiled pattern, whose targets are relative to itself, so that code can be copied.</summary>
/// <param name="Op">The kind.</param>
/// <param name="X">The code point, the first target, the slot or the assertion.</param>
/// <param name="Y">The second target.</param>
/// <param name="Class">The class of code points.</param>
internal readonly record struct PatternInstruction(PatternOp Op, int X = 0, int Y = 0, RuneClass? Class = null);
