namespace ImageStreams.Testing.Protocol;

/// <summary>The meaning of a path of the distribution API; the longest possible name is used.</summary>
internal sealed record RegistryRoute(RegistryResource Resource, string Repository = "", string Reference = "")
{
    private const string Prefix = "/v2/";

    public static RegistryRoute Parse(string path) => path switch
    {
        "/token" => new(RegistryResource.Token),
        "/v2" or Prefix => new(RegistryResource.Api),
        _ when path.StartsWith(Prefix, StringComparison.Ordinal) => ParseRepository(path[Prefix.Length..].Split('/')),
        _ => new(RegistryResource.Unknown),
    };

    private static RegistryRoute ParseRepository(string[] parts) => parts switch
    {
        [.. var name, "blobs", "uploads"] => new(RegistryResource.Upload, Join(name)),
        [.. var name, "blobs", "uploads", var id] => new(RegistryResource.Upload, Join(name), id),
        [.. var name, "blobs", var digest] => new(RegistryResource.Blob, Join(name), digest),
        [.. var name, "manifests", var reference] => new(RegistryResource.Manifest, Join(name), reference),
        [.. var name, "referrers", var digest] => new(RegistryResource.Referrers, Join(name), digest),
        [.. var name, "tags", "list"] => new(RegistryResource.Tags, Join(name)),
        _ => new(RegistryResource.Unknown),
    };

    private static string Join(string[] name) => string.Join('/', name);
}
