namespace ImageStreams.Clients;

/// <summary>Creates the errors of functions that change an object.</summary>
internal static class PatchErrors
{
    /// <summary>Creates the error for a function that returned null instead of the object to write.</summary>
    /// <param name="parameter">The parameter that is the function.</param>
    public static ArgumentException NoResult(string parameter) => new(
        $"The function '{parameter}' returned null: return the object to write, or throw to write nothing.", parameter);
}
