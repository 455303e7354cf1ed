using System.Net;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class RegistryExceptionTests
{
    [Fact]
    public void Uri_WithSecrets_KeepsNone()
    {
        var exception = new RegistryException(RegistryFailure.Denied, "no") { Uri = new Uri("https://me:pw@a.example:5000/x%20y?sig=1#f") };

        Assert.Equal("https://a.example:5000/x%20y", exception.Uri!.AbsoluteUri);
    }

    [Theory]
    [InlineData(RegistryFailure.Unreachable, null, true)]
    [InlineData(RegistryFailure.Timeout, 408, true)]
    [InlineData(RegistryFailure.Truncated, null, true)]
    [InlineData(RegistryFailure.RateLimited, 429, true)]
    [InlineData(RegistryFailure.ServerError, 500, true)]
    [InlineData(RegistryFailure.ServerError, 503, true)]
    [InlineData(RegistryFailure.ServerError, 501, false)]
    [InlineData(RegistryFailure.ServerError, 507, false)]
    [InlineData(RegistryFailure.Tls, null, false)]
    [InlineData(RegistryFailure.DigestMismatch, null, false)]
    [InlineData(RegistryFailure.Unauthorized, 401, false)]
    public void IsTransient_ByFailureAndStatus(RegistryFailure failure, int? status, bool expected)
    {
        var exception = new RegistryException(failure, "x") { StatusCode = (HttpStatusCode?)status };

        Assert.Equal(expected, exception.IsTransient);
    }

    [Theory]
    [InlineData("CODE", "text", "CODE: text")]
    [InlineData("CODE", "", "CODE")]
    [InlineData("", "text", "text")]
    public void Error_ToString_JoinsCodeAndMessage(string code, string message, string expected) =>
        Assert.Equal(expected, new RegistryError { Code = code, Message = message }.ToString());
}
