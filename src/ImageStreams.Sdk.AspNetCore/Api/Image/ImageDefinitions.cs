namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of the resources of the image API.</summary>
internal static class ImageDefinitions
{
    public static ResourceDefinition Streams { get; } = new()
    {
        Group = ImageResources.Group,
        Version = ImageResources.Version,
        Plural = "imagestreams",
        Singular = "imagestream",
        Kind = ImageStream.KindName,
        ShortNames = ["is"],
        Categories = ["all"],
        Verbs =
        [
            ResourceVerbs.Create, ResourceVerbs.Delete, ResourceVerbs.DeleteCollection, ResourceVerbs.Get, ResourceVerbs.List,
            ResourceVerbs.Patch, ResourceVerbs.Update, ResourceVerbs.Watch,
        ],
    };
}
