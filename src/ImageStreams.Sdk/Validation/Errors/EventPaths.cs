namespace ImageStreams.Validation;

/// <summary>Where the fields of the events in a stream's histories stand.</summary>
internal static class EventPaths
{
    private static readonly FieldPath Tags = FieldPath.Root.Child("status", "tags");

    /// <summary>The pull spec of an event.</summary>
    public static FieldPath PullSpec(NamedTagEventList history, int index) =>
        Tags.Key(history.Tag).Child("items").Index(index).Child("dockerImageReference");
}
