namespace ImageStreams.Workloads;

/// <summary>Finds two triggers on one field.</summary>
internal static class TriggerTwins
{
    /// <summary>The maximum number of triggers for which comparing each with all is faster than a set of their fields.</summary>
    private const int FewTriggers = 8;

    /// <summary>Finds the field of the first trigger that has the field of an earlier one; null when there is none.</summary>
    public static string? Find(ReadOnlySpan<ObjectFieldTrigger> triggers) =>
        triggers.Length <= FewTriggers ? FindAmongFew(triggers) : FindAmongMany(triggers);

    private static string? FindAmongFew(ReadOnlySpan<ObjectFieldTrigger> triggers)
    {
        for (var i = 1; i < triggers.Length; i++)
        {
            if (IsAmong(triggers[..i], triggers[i].FieldPath))
            {
                return triggers[i].FieldPath;
            }
        }

        return null;
    }

    private static bool IsAmong(ReadOnlySpan<ObjectFieldTrigger> triggers, string fieldPath)
    {
        foreach (var trigger in triggers)
        {
            if (trigger.FieldPath == fieldPath)
            {
                return true;
            }
        }

        return false;
    }

    private static string? FindAmongMany(ReadOnlySpan<ObjectFieldTrigger> triggers)
    {
        var fields = new HashSet<string>(triggers.Length, StringComparer.Ordinal);
        foreach (var trigger in triggers)
        {
            if (!fields.Add(trigger.FieldPath))
            {
                return trigger.FieldPath;
            }
        }

        return null;
    }
}
