using System.Net;
using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Answers of scripted registries.</summary>
internal static class Reply
{
    public static HttpResponseMessage Status(HttpStatusCode status, string body = "", string mediaType = "application/json") =>
        Body(Encoding.UTF8.GetBytes(body), mediaType, status);

    public static HttpResponseMessage Json(string body) => Status(HttpStatusCode.OK, body);

    public static HttpResponseMessage Manifest(string body = "{\"schemaVersion\":2}") =>
        Status(HttpStatusCode.OK, body, MediaTypes.DockerSchema2);

    public static HttpResponseMessage Body(byte[] body, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        Content(new ByteArrayContent(body), mediaType, status);

    public static HttpResponseMessage Stream(Stream body, string mediaType, HttpStatusCode status = HttpStatusCode.OK) =>
        Content(new StreamContent(body), mediaType, status);

    public static HttpResponseMessage Redirect(string location) => Status(HttpStatusCode.TemporaryRedirect).With("Location", location);

    public static HttpResponseMessage Challenge(string challenge) =>
        Status(HttpStatusCode.Unauthorized).With("WWW-Authenticate", challenge);

    public static HttpResponseMessage With(this HttpResponseMessage response, string header, string value)
    {
        if (!response.Headers.TryAddWithoutValidation(header, value))
        {
            response.Content.Headers.Remove(header);
            response.Content.Headers.TryAddWithoutValidation(header, value);
        }

        return response;
    }

    private static HttpResponseMessage Content(HttpContent content, string mediaType, HttpStatusCode status)
    {
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return new HttpResponseMessage(status) { Content = content };
    }
}
