namespace ImageStreams.Fuzz;

/// <summary>A property that does not hold for an input.</summary>
internal sealed class BrokenPropertyException(string message) : Exception(message);
