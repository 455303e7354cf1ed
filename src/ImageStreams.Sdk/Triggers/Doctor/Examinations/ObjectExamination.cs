namespace ImageStreams.Triggers;

/// <summary>Finds what keeps the automatic triggers of an object from taking effect.</summary>
internal static class ObjectExamination
{
    public static void CheckPaused(ObjectFindings findings, bool isPaused)
    {
        if (isPaused)
        {
            findings.Add(TriggerRules.PausedObject, "spec.paused");
        }
    }

    public static void CheckController(ObjectFindings findings, bool hasController)
    {
        if (hasController)
        {
            findings.Add(TriggerRules.ControlledObject, "metadata.ownerReferences");
        }
    }
}
