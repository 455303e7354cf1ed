using ImageStreams.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Requests that come from elsewhere are answered where the endpoint has a policy of its own.</summary>
public sealed class StatusAuthorizationTests
{
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, false)]
    public void IsAllowed_RemoteCaller_NeedsAuthorization(bool requiresAuthorization, bool allowsAnonymous, bool expected)
    {
        List<object> metadata = [];
        if (requiresAuthorization)
        {
            metadata.Add(new AuthorizeAttribute());
        }

        if (allowsAnonymous)
        {
            metadata.Add(new AllowAnonymousAttribute());
        }

        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = new([192, 0, 2, 7]) }, Request = { Host = new("status.example.com") } };
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(metadata), "status"));

        Assert.Equal(expected, StatusAccess.IsAllowed(context, allowRemote: false));
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1", true)]
    [InlineData("localhost:8080", "::1", true)]
    [InlineData("[::1]:8080", "::1", true)]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("localhost", "::ffff:127.0.0.1", true)]
    [InlineData("127.0.0.1", "192.0.2.7", false)]
    [InlineData("localhost.example.com", "127.0.0.1", false)]
    [InlineData("192.0.2.7", "127.0.0.1", false)]
    public void IsAllowed_CallerAndName_MustBothBeLocal(string host, string address, bool expected)
    {
        var context = new DefaultHttpContext
        {
            Connection = { RemoteIpAddress = System.Net.IPAddress.Parse(address) },
            Request = { Host = HostString.FromUriComponent(host) },
        };

        Assert.Equal(expected, StatusAccess.IsAllowed(context, allowRemote: false));
    }

    [Theory]
    [InlineData("HTTP/1.1", "", true)]
    [InlineData("HTTP/2", "http://localhost:8080", true)]
    [InlineData("HTTP/1.0", "", false)]
    [InlineData("HTTP/1.1", "http://localhost:8081", false)]
    [InlineData("HTTP/1.1", "https://localhost:8080", false)]
    public void IsAllowed_ProxyOrAnotherSite_IsNotThisMachine(string protocol, string origin, bool expected)
    {
        var context = new DefaultHttpContext { Request = { Protocol = protocol, Scheme = "http", Host = new("localhost", 8080) } };
        if (origin.Length > 0)
        {
            context.Request.Headers.Origin = origin;
        }

        Assert.Equal(expected, StatusAccess.IsAllowed(context, allowRemote: false));
    }
}
