namespace ImageStreams.AotSmoke;

/// <summary>Ends the program at the first thing that is not as expected.</summary>
internal static class Check
{
    public static void Equal<T>(T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            Console.Error.WriteLine($"expected: {expected}\nactual:   {actual}");
            Environment.Exit(1);
        }
    }
}
