namespace ImageStreams.Tests.Recordings;

/// <summary>The requests of one resource.</summary>
internal interface IRoutes
{
    /// <summary>The answer; null if the client has no member for the request.</summary>
    Task<Answer?> AnswerAsync(ApiRequest request);
}
