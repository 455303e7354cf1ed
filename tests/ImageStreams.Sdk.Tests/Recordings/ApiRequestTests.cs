namespace ImageStreams.Tests.Recordings;

public class ApiRequestTests
{
    [Theory]
    [InlineData("namespaces/a/imagestreams", "imagestreams", "a", null, "")]
    [InlineData("namespaces/a/imagestreams/app/status", "imagestreams", "a", "app", "status")]
    [InlineData("namespaces/a/imagestreamtags/app:bad%20tag", "imagestreamtags", "a", "app:bad tag", "")]
    [InlineData("images", "images", null, null, "")]
    [InlineData("images/sha256:ab", "images", null, "sha256:ab", "")]
    public void Parse_PathOfImageApi_NamesItsParts(string path, string resource, string? ns, string? name, string subresource)
    {
        var request = ApiRequest.Parse("GET", ApiRequest.ImageApi + path);

        Assert.Equal(
            (resource, ns, name, subresource), (request.Resource, request.Namespace, request.Name, request.Subresource));
    }

    [Theory]
    [InlineData("namespaces/a/imagestreams?watch=true", true)]
    [InlineData("watch/namespaces/a/imagestreams", true)]
    [InlineData("namespaces/a/imagestreams/app?watch=true", false)]
    public void IsWatch_Path_HoldsForListsOnly(string path, bool expected) =>
        Assert.Equal(expected, ApiRequest.Parse("GET", ApiRequest.ImageApi + path).IsWatch);

    [Fact]
    public void Parse_PathOfOtherApi_HasNoResource() =>
        Assert.Equal("", ApiRequest.Parse("POST", "/api/v1/namespaces/a/pods").Resource);

    [Fact]
    public void Parse_Query_IsUnescaped() => Assert.Equal(
        "metadata.name=two", ApiRequest.Parse("GET", "/x?fieldSelector=metadata.name%3Dtwo").Query["fieldSelector"]);
}
