using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ImageStreams.Serialization;
using ImageStreams.Tool;

namespace ImageStreams.Tests.Tool;

/// <summary>The config map by which a cluster describes its API server.</summary>
public sealed class FrontProxySettingsTests
{
    [Fact]
    public void Read_OfEveryKey_HasNamesAndHeaders()
    {
        var options = FrontProxySettings.Read(CreateMap(
            ("requestheader-client-ca-file", CreatePem()),
            ("requestheader-allowed-names", """["front-proxy-client","aggregator"]"""),
            ("requestheader-username-headers", """["X-User","X-Remote-User"]"""),
            ("requestheader-group-headers", """["X-Group"]"""),
            ("requestheader-uid-headers", """["X-Uid"]"""),
            ("requestheader-extra-headers-prefix", """["X-Extra-"]""")));

        Assert.Equal(["front-proxy-client", "aggregator"], options.AllowedNames);
        Assert.False(options.AllowsAnyName);
        Assert.Equal(("X-User,X-Remote-User", "X-Group"), (options.UserHeader, options.GroupHeader));
        Assert.Equal(("X-Uid", "X-Extra-"), (options.UidHeader, options.ExtraPrefix));
        Assert.Single(options.GetAuthorities!());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("")]
    public void Read_WithoutNames_AllowsAnyName(string names)
    {
        var options = FrontProxySettings.Read(CreateMap(("requestheader-client-ca-file", CreatePem()), ("requestheader-allowed-names", names)));

        Assert.True(options.AllowsAnyName);
        Assert.Equal("X-Remote-User", options.UserHeader);
    }

    [Theory]
    [InlineData("requestheader-client-ca-file", "no certificate")]
    [InlineData("requestheader-allowed-names", "[")]
    [InlineData("requestheader-allowed-names", "{}")]
    [InlineData("requestheader-allowed-names", "[1]")]
    public void Read_OfAnotherForm_IsRefused(string key, string value) =>
        Assert.Throws<FormatException>(() => FrontProxySettings.Read(CreateMap(("requestheader-client-ca-file", CreatePem()), (key, value))));

    [Fact]
    public void Read_WithoutAnAuthority_IsRefused() => Assert.Throws<FormatException>(() => FrontProxySettings.Read(CreateMap()));

    private static string CreatePem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=front", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }

    private static ClusterObject CreateMap(params (string Key, string Value)[] data)
    {
        var values = new JsonObject();
        foreach (var (key, value) in data)
        {
            values[key] = value;
        }

        var map = new JsonObject { ["kind"] = "ConfigMap", ["apiVersion"] = "v1", ["metadata"] = new JsonObject(), ["data"] = values };
        return ImageStreamJson.Deserialize<ClusterObject>(map.ToJsonString());
    }
}
