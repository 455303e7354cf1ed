using ImageStreams.Collections;
using static ImageStreams.AspNetCore.ResourceVerbs;

namespace ImageStreams.AspNetCore;

/// <summary>The names and abilities of the resources of the image API.</summary>
internal static class ImageDefinitions
{
    private const string Group = "image.openshift.io";

    private static readonly ValueList<string> All = [Create, Delete, DeleteCollection, Get, List, Patch, Update, Watch];
    private static readonly ValueList<string> AllOfTags = [Create, Delete, Get, List, Patch, Update];

    public static ResourceDefinition Images { get; } = Define("images", "image", Image.KindName, All) with
    {
        IsNamespaced = false,
        Columns = ImageColumns.Images,
        EmptyObject = "{\"metadata\":{},\"dockerImageMetadata\":null,\"dockerImageLayers\":null}",
    };

    public static ResourceDefinition Signatures { get; } =
        Define("imagesignatures", "imagesignature", ImageSignature.KindName, [Create, Delete]) with { IsNamespaced = false };

    public static ResourceDefinition StreamImages { get; } =
        Define("imagestreamimages", "imagestreamimage", ImageStreamImage.KindName, [Get]) with
        {
            ShortNames = ["isimage"],
            Columns = ImageColumns.StreamImages,
        };

    public static ResourceDefinition Imports { get; } =
        Define("imagestreamimports", "imagestreamimport", ImageStreamImport.KindName, [Create]);

    public static ResourceDefinition Mappings { get; } =
        Define("imagestreammappings", "imagestreammapping", ImageStreamMapping.KindName, [Create]);

    public static ResourceDefinition Streams { get; } = Define("imagestreams", "imagestream", ImageStream.KindName, All) with
    {
        ShortNames = ["is"],
        Categories = ["all"],
        Columns = ImageColumns.Streams,
        Subresources =
        [
            new SubresourceDefinition { Name = "layers", Kind = ImageStreamLayers.KindName, Verbs = [Get], HasTable = false },
            new SubresourceDefinition { Name = "secrets", Kind = "SecretList", Verbs = [Get], HasTable = false },
            new SubresourceDefinition { Name = "status", Kind = ImageStream.KindName, Verbs = [Get, Patch, Update], HasTable = false },
        ],
        EmptyObject =
            "{\"metadata\":{\"namespace\":\"default\"},\"spec\":{\"lookupPolicy\":{\"local\":false}},\"status\":{\"dockerImageRepository\":\"\"}}",
    };

    public static ResourceDefinition StreamTags { get; } =
        Define("imagestreamtags", "imagestreamtag", ImageStreamTag.KindName, AllOfTags) with
        {
            ShortNames = ["istag"],
            Columns = ImageColumns.StreamTags,
        };

    public static ResourceDefinition ImageTags { get; } = Define("imagetags", "imagetag", ImageTag.KindName, AllOfTags) with
    {
        ShortNames = ["itag"],
        Columns = ImageColumns.ImageTags,
    };

    private static ResourceDefinition Define(string plural, string singular, string kind, ValueList<string> verbs) => new()
    {
        Group = Group,
        Version = "v1",
        Plural = plural,
        Singular = singular,
        Kind = kind,
        Verbs = verbs,
    };
}
