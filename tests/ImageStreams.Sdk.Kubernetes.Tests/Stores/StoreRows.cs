using ImageStreams.AspNetCore;
using ImageStreams.Kubernetes;
using ImageStreams.Schemas;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The custom resources of a store as rows of a fake cluster's table.</summary>
internal static class StoreRows
{
    public static ClusterKind Streams { get; } = Create("imagestreams", ImageStream.KindName, isNamespaced: true);

    public static ClusterKind Images { get; } = Create("images", Image.KindName, isNamespaced: false);

    private static ClusterKind Create(string plural, string kind, bool isNamespaced) => new()
    {
        Definition = new ResourceDefinition
        {
            Group = KubernetesStoreOptions.DefaultGroup,
            Version = "v1",
            Plural = plural,
#pragma warning disable CA1308 // Names of resources are in lower case.
            Singular = kind.ToLowerInvariant(),
#pragma warning restore CA1308
            Kind = kind,
            IsNamespaced = isNamespaced,
            Verbs = ["create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"],
        },
        Schema = CreateSchema(kind),
        IsCustomResource = true,
        RequiresVersion = true,
    };

    private static ObjectSchema CreateSchema(string kind)
    {
        var root = ObjectSchemas.Find("image.openshift.io", "v1", kind)!.Root;
        var members = ((FieldSchema.Struct)WithoutNames(root)).Members;
        return new ObjectSchema
        {
            Group = KubernetesStoreOptions.DefaultGroup,
            Version = "v1",
            Kind = kind,
            Root = new FieldSchema.Struct(
                "", [.. members.Select(member => member.Name == "metadata" ? new StructField("metadata", ObjectSchemas.ObjectMeta) : member), new StructField("stored", FieldSchema.Value.Text)]),
        };
    }

    // A type with a name has the defaults of OpenShift's servers.
    private static FieldSchema WithoutNames(FieldSchema schema) => schema switch
    {
        FieldSchema.Struct type => new FieldSchema.Struct("", [.. type.Members.Select(member => new StructField(member.Name, WithoutNames(member.Schema)))]),
        FieldSchema.List list => new FieldSchema.List(WithoutNames(list.Items)),
        FieldSchema.Map map => new FieldSchema.Map(WithoutNames(map.Values)),
        _ => schema,
    };
}
