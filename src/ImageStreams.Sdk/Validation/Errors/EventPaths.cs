namespace ImageStreams.Validation;

/// <summary>The paths of fields in the histories of a stream.</summary>
internal static class EventPaths
{
    private static readonly FieldPath Tags = FieldPath.Root.Child("status", "tags");

    /// <summary>Returns the path of the pull spec of an event.</summary>
    public static FieldPath PullSpec(NamedTagEventList history, int index) =>
        Tags.Key(history.Tag).Child("items").Index(index).Child("dockerImageReference");
}
