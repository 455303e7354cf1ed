namespace ImageStreams.Fuzz;

/// <summary>The checks of targets.</summary>
internal static class Expect
{
    public static void That(bool holds, string property)
    {
        if (!holds)
        {
            throw new BrokenPropertyException(property);
        }
    }

    public static void Equal<T>(T expected, T actual, string property)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new BrokenPropertyException($"{property}: {expected} and {actual}");
        }
    }
}
