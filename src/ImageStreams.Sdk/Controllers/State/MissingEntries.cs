namespace ImageStreams.Controllers;

/// <summary>Compares what is restored with what is known already, so that nothing counts twice.</summary>
internal static class MissingEntries
{
    /// <summary>Finds the restored entries that are not known; one that was restored twice must be known twice.</summary>
    public static List<T> Find<T>(IEnumerable<T> restored, IEnumerable<T> known)
        where T : notnull
    {
        var rest = known.CountBy(static entry => entry).ToDictionary();
        List<T> missing = [];
        foreach (var entry in restored)
        {
            if (rest.GetValueOrDefault(entry) > 0)
            {
                rest[entry]--;
            }
            else
            {
                missing.Add(entry);
            }
        }

        return missing;
    }
}
