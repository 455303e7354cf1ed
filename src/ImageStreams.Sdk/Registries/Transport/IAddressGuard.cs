namespace ImageStreams.Registries;

/// <summary>A source of handlers that checks addresses after names were resolved.</summary>
internal interface IAddressGuard;
