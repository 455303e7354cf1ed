namespace ImageStreams.Storage;

/// <summary>A statement and the values of its parameters @p0, @p1 and so on: numbers, texts and bytes.</summary>
internal readonly record struct Statement(string Sql, params object[] Values);
